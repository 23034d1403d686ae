import { resolve } from 'node:path';
import { buildApp, buildGallery } from '../../sandbox/build-app';

/** What the browser looks at is as new as what it is made of, whoever starts the specs. */
export default async function setUp(): Promise<void> {
  const root = resolve(__dirname, '../..');
  if (await buildApp(root)) console.log('Built the app.');
  if (await buildGallery(root)) console.log('Built the gallery.');
}
