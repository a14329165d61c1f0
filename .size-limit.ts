// JavaScript budgets (gzip). The first page is every script that the built index.html names: Vite lists the entry and all that it
// imports statically.
import { readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const firstPage = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `dist/${file}`,
);

export default [
  { name: 'First page: the board', path: firstPage, limit: '150 kB', gzip: true },
  { name: 'Whole app', path: 'dist/assets/*.js', limit: '330 kB', gzip: true },
];
