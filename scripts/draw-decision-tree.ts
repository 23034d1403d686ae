import { writeFile } from 'node:fs/promises';
import { decisionTreeSvg } from './decision-tree-svg';

await writeFile('docs/decision-tree.svg', decisionTreeSvg());
console.log('docs/decision-tree.svg is up to date.');
