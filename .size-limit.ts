// JavaScript budgets (gzip), for each language that the pages are built in. The first page is every script that the built index.html names: Vite lists the entry and all that it
// imports statically.
import { readFileSync } from 'node:fs';

function budgets(language: string, folder: string, scripts: string) {
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  const firstPage = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    ([, file]) => `${folder}/${file}`,
  );
  return [
    { name: `First page: the board, ${language}`, path: firstPage, limit: '150 kB', gzip: true },
    { name: `Whole app, ${language}`, path: `${folder}/${scripts}`, limit: '330 kB', gzip: true },
  ];
}

export default [
  ...budgets('English', 'dist', 'assets/*.js'),
  ...budgets('French', 'dist-fr', 'assets/fr/*.js'),
];
