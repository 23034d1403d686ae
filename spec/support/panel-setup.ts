import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A second, which is what it waits unasked, is too short where a part is loaded on a busy machine.
configure({ asyncUtilTimeout: 60_000 });
