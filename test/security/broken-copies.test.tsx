// Saved copies that went wrong in storage, through the whole desk: the list shows each of them, each opens and says what is left of it,
// and the board stands.
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { soundCopy } from '#src/copies/sound-copy.ts';
import { copyOf } from '#test/support/copies.ts';
import { createWorld, openDesk, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';
import { ODD_NAMES } from './foreign.ts';

const { copy: FINE, chunks } = await copyOf({ id: 'fine' });
const { request } = FINE;
const LATER = { report: 'later', options: {}, parameters: { mailboxId: 'mb_1' } };

/** What is wrong, the copy, and its rows. */
const BROKEN: readonly (readonly [
  what: string,
  copy: Readonly<Record<string, unknown>>,
  rows: string | null,
])[] = [
  ['nothing but an id', { id: 'half' }, null],
  ['no request', { ...FINE, id: 'no-request', request: 7 }, null],
  ['a report of later', { ...FINE, id: 'later', request: LATER }, chunks[0] ?? null],
  [
    'odd parameters',
    { ...FINE, id: 'odd', request: { ...request, parameters: { mailboxId: '', users: [{ toString: 1 }] } } },
    null,
  ],
  ['no mailbox, no times', { ...FINE, id: 'no-time', mailbox: [], launchedAt: 1e300, capturedAt: 'x' }, null],
  ['rows that are no JSON', { ...FINE, id: 'no-json' }, '[{'],
  ['rows that are no rows', { ...FINE, id: 'no-rows' }, '[7,"text",[1]]'],
  ['other rows than it says', { ...FINE, id: 'count', rowCount: 4 }, chunks[0] ?? null],
  ['a piece that is no list', { ...FINE, id: 'no-list' }, '{"length":3}'],
];

function spoil(world: World, copies: typeof BROKEN) {
  Object.assign(world.copies, {
    all: async () => [FINE, ...copies.map(([, copy]) => copy)].map(soundCopy).filter((one) => one !== null),
    chunk: async (id: string) =>
      id === FINE.id ? (chunks[0] ?? null) : (copies.find(([, copy]) => copy['id'] === id)?.[2] ?? null),
  });
}

async function hasHeading(name: string | RegExp) {
  await see(() => screen.getAllByText(name, { selector: 'h1, h2, h2 *' }));
}

test('the page lists each of them beside the others', async () => {
  const world = createWorld();
  spoil(world, BROKEN);
  openDesk(world, '/copies');
  await see(() =>
    expect(screen.getAllByText('Export to a file', { selector: 'button' })).toHaveLength(BROKEN.length + 1),
  );
  expect(screen.getByText(/^10 copies, about/)).toBeVisible();
  expect(screen.getAllByText(/^Settings that cannot be read · /).length).toBeGreaterThan(1);
});

test.each(BROKEN)('a copy with %s opens, and leads back to the others and the board', async (_, broken) => {
  const world = createWorld();
  spoil(world, BROKEN);
  const desk = openDesk(world, `/copies/${String(broken['id'])}`);
  await hasHeading(/^Saved copy/);
  await see(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  expect(screen.getAllByText(/^Saved copy/, { selector: 'h2 *' })).toHaveLength(1);
  await act(() => desk.router.navigate('/copies/fine'));
  await see(() => expect(document.querySelectorAll('thead th').length).toBeGreaterThan(2));
  await act(() => desk.router.navigate('/'));
  await see(() => screen.getByText('No runs yet'));
});

test('copies under odd ids lead nowhere else', async () => {
  const ids = [...ODD_NAMES.filter((id) => id !== ''), '../connection', '//elsewhere.test', '%zz', '?a#b'];
  const world = createWorld();
  spoil(
    world,
    ids.map((id) => [id, { ...FINE, id }, null]),
  );
  openDesk(world, '/copies');
  await see(() =>
    expect(screen.getAllByText('Export to a file', { selector: 'button' })).toHaveLength(ids.length + 1),
  );
  for (const link of document.querySelectorAll('main a')) {
    expect(new URL(link.getAttribute('href') ?? '', 'https://desk.test').origin).toBe('https://desk.test');
  }
});
