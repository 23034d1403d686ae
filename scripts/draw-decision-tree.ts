import { writeFile } from 'node:fs/promises';
import { editions, type PortalSignIn } from '../src/diagnosis/editions';
import { decisionTreeSvg, treePages } from './decision-tree-svg';

for (const way of Object.keys(editions) as readonly PortalSignIn[]) {
  await writeFile(treePages[way], decisionTreeSvg(way));
  console.log(`${treePages[way]} is up to date.`);
}
