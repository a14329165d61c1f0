// What an operator hears and sees of runs on whatever page, and of notifications only where asked for.
import { act, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { NotificationClass } from '#src/app/notices-context.ts';
import { createWorld, goTo, launchReport, openDesk, pass, see } from '#test/support/render-app.tsx';

type Desk = ReturnType<typeof openDesk>;

// Code that is loaded late comes in real time, which a busy machine has less of than a story's looks.
beforeAll(async () => {
  await Promise.all([
    import('#src/app/notices.tsx'),
    import('#src/app/notices-offer.tsx'),
    import('#src/app/notices-news.ts'),
    import('#src/app/notices-system.ts'),
    import('#src/app/connection-page.tsx'),
    import('#src/app/copies-page.tsx'),
    import('#src/failures/failure-panel.tsx'),
    import('#src/launch/launch-page.tsx'),
    import('#src/results/result-page.tsx'),
  ]);
}, 30_000);

beforeEach(() => {
  localStorage.clear();
});

const SALES = 'Mailbox Performance · Sales Department';
const FAILING = 'Mailbox Performance · Drill: fails while running';

/** What was added to the polite live region so far, each time it was. */
function listen() {
  const heard: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'status') continue;
      heard.push(...[...addedNodes].map((node) => node.textContent ?? ''));
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return heard;
}

async function go(desk: Desk, path: string) {
  await goTo(desk, path);
}

const ended = (desk: Desk, state: string) =>
  see(() => expect(desk.services.desk.environment.records.all()[0]?.state).toBe(state));

type Shown = { title: string; body: string; tag: string; click: () => void; closed: boolean };

/** The browser's notifications, with the operator's answer to its question. */
function browserNotifications(
  permission: NotificationPermission,
  answer: NotificationPermission = 'granted',
) {
  const shown: Shown[] = [];
  let now = permission;
  let asked = 0;
  class Fake {
    static get permission() {
      return now;
    }
    static async requestPermission() {
      asked += 1;
      now = answer;
      return answer;
    }
    readonly #entry: Shown;
    constructor(title: string, options: { body: string; tag: string }) {
      this.#entry = { title, ...options, click: () => undefined, closed: false };
      shown.push(this.#entry);
    }
    addEventListener(_type: 'click', listener: () => void) {
      this.#entry.click = listener;
    }
    close() {
      this.#entry.closed = true;
    }
  }
  return { notification: Fake satisfies NotificationClass, shown, asked: () => asked };
}

/** Gives code that is loaded late, which comes in real time, the chance to come. */
async function settle() {
  await act(async () => {
    await import('#src/app/notices-offer.tsx');
    await new Promise((resolve) => setImmediate(resolve));
  });
}

/** The offer's button, once somebody has waited for long enough. */
async function offered(): Promise<HTMLElement> {
  await pass(10_500);
  await settle();
  return screen.getByRole('button', { name: 'Tell me when a run ends' });
}

const accept = () => screen.queryByRole('button', { name: 'Tell me when a run ends' });

test('a run that starts and ends is announced on every page, each once, and its percents are not', async () => {
  const desk = openDesk(createWorld());
  const heard = listen();
  await launchReport(desk, 'Sales Department');
  await go(desk, '/copies');
  await ended(desk, 'done');
  await go(desk, '/');
  await pass(1_000);
  expect(heard).toEqual([`${SALES}: running`, `${SALES}: done`]);
});

test('nothing is announced for what was there when the desk was opened', async () => {
  const world = createWorld();
  const before = openDesk(world);
  await launchReport(before, 'Sales Department');
  await ended(before, 'done');
  before.close();
  const heard = listen();
  openDesk(world);
  await see(() => within(screen.getByRole('article', { name: SALES })).getByText('Done'));
  await pass(60_000);
  expect(heard).toEqual([]);
});

test.each(['/', '/copies'])(
  'a run that fails is announced once, in its panel’s words, seen from %s',
  async (path) => {
    const desk = openDesk(createWorld());
    const heard = listen();
    await launchReport(desk, 'Drill: fails while running');
    await go(desk, path);
    await ended(desk, 'failed');
    await see(() => expect(heard).toContain(`Report failed while running: ${FAILING}`));
    await go(desk, '/');
    await see(() => screen.getByRole('group', { name: 'Report failed while running' }));
    await pass(1_000);
    expect(heard).toEqual([`${FAILING}: running`, `Report failed while running: ${FAILING}`]);
  },
);

test('the title counts what ended while the page is hidden, until it is looked at', async () => {
  const desk = openDesk(createWorld());
  const heard = listen();
  await launchReport(desk, 'Sales Department');
  await see(() => expect(heard).toEqual([`${SALES}: running`]));
  desk.setVisible(false);
  await ended(desk, 'done');
  expect(document.title).toBe('(1) Board · Report Desk');
  await go(desk, '/copies');
  expect(document.title).toBe('(1) Saved copies · Report Desk');
  expect(heard).toHaveLength(1);
  desk.setVisible(true);
  expect(document.title).toBe('Saved copies · Report Desk');
  await see(() => expect(heard).toEqual([`${SALES}: running`, `${SALES}: done`]));
});

test('notifications are offered after ten seconds of waiting, not before and not on load', async () => {
  const { notification, asked } = browserNotifications('default');
  const desk = openDesk(createWorld(), '/', { notification });
  await pass(60_000);
  await settle();
  expect(accept()).toBeNull();
  await launchReport(desk, 'Drill: slow');
  await pass(9_000);
  await settle();
  expect(accept()).toBeNull();
  await pass(2_000);
  await settle();
  expect(accept()).toBeVisible();
  expect(asked()).toBe(0);
});

test('a run that was there on load has to be waited for anew', async () => {
  const { notification } = browserNotifications('default');
  const world = createWorld();
  const desk = openDesk(world, '/', { notification });
  await launchReport(desk, 'Drill: slow');
  await pass(9_000);
  desk.close();
  openDesk(world, '/', { notification });
  await see(() => screen.getByRole('article', { name: /Drill: slow$/ }));
  await pass(5_000);
  await settle();
  expect(accept()).toBeNull();
  expect(await offered()).toBeVisible();
});

test('the browser is asked at the press, and an end that nobody sees is shown once and leads to its run', async () => {
  const { notification, shown, asked } = browserNotifications('default');
  const desk = openDesk(createWorld(), '/', { notification });
  const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
  await launchReport(desk, 'Sales Department');
  await desk.user.click(await offered());
  expect(asked()).toBe(1);
  await see(() => expect(accept()).toBeNull());
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();

  desk.setVisible(false);
  await ended(desk, 'done');
  const [record] = desk.services.desk.environment.records.all();
  await see(() => expect(shown).toHaveLength(1));
  expect(shown[0]).toMatchObject({ title: 'Done', body: SALES, tag: record?.id });

  act(() => shown[0]?.click());
  expect(focus).toHaveBeenCalledTimes(1);
  expect(shown[0]?.closed).toBe(true);
  await see(() => expect(desk.router.state.location.pathname).toBe(`/runs/${record?.id}`));
});

test('an end that is seen is not shown by the system too', async () => {
  localStorage.setItem('desk-run-notices', 'yes');
  const { notification, shown } = browserNotifications('granted');
  const desk = openDesk(createWorld(), '/', { notification });
  await launchReport(desk, 'Sales Department');
  await ended(desk, 'done');
  await pass(1_000);
  expect(shown).toEqual([]);
  expect(accept()).toBeNull();
});

test('where the browser took its permission back, nothing is shown', async () => {
  localStorage.setItem('desk-run-notices', 'yes');
  const { notification, shown } = browserNotifications('denied');
  const desk = openDesk(createWorld(), '/', { notification });
  await launchReport(desk, 'Sales Department');
  desk.setVisible(false);
  await ended(desk, 'done');
  await settle();
  await pass(1_000);
  expect(shown).toEqual([]);
  expect(document.title).toBe('(1) Board · Report Desk');
});

test('who says no is not asked again, and nothing is shown', async () => {
  const { notification, asked } = browserNotifications('default');
  const world = createWorld();
  const desk = openDesk(world, '/', { notification });
  await launchReport(desk, 'Drill: slow');
  await offered();
  await desk.user.click(screen.getByRole('button', { name: 'No, thanks' }));
  expect(accept()).toBeNull();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  desk.close();
  openDesk(world, '/', { notification });
  await pass(30_000);
  await settle();
  expect(accept()).toBeNull();
  expect(asked()).toBe(0);
});

test('where the browser says no, one line says so and how to change it, and can be closed', async () => {
  const { notification, asked } = browserNotifications('default', 'denied');
  const desk = openDesk(createWorld(), '/', { notification });
  await launchReport(desk, 'Drill: slow');
  await desk.user.click(await offered());
  const line = await see(() => screen.getByRole('region', { name: 'Notifications' }));
  await see(() => within(line).getByText(/does not show notifications of this desk.*settings for this site/));
  expect(accept()).toBeNull();
  const close = within(line).getByRole('button', { name: 'Close' });
  expect(close).toHaveFocus();
  await desk.user.click(close);
  expect(screen.queryByRole('region', { name: 'Notifications' })).toBeNull();
  expect(asked()).toBe(1);
});

test.each([
  ['the browser has no notifications', null],
  ['it said no before', browserNotifications('denied').notification],
])('nothing is offered where %s', async (_why, notification) => {
  const desk = openDesk(createWorld(), '/', { notification });
  await launchReport(desk, 'Drill: slow');
  await pass(30_000);
  await settle();
  expect(accept()).toBeNull();
});

test('a constructor that a browser refuses to run costs nothing', async () => {
  localStorage.setItem('desk-run-notices', 'yes');
  const { notification } = browserNotifications('granted');
  const tried = vi.fn<() => void>();
  class Refusing extends notification {
    constructor(title: string, options: { body: string; tag: string }) {
      super(title, options);
      tried();
      throw new TypeError('Illegal constructor');
    }
  }
  const desk = openDesk(createWorld(), '/', { notification: Refusing });
  await launchReport(desk, 'Sales Department');
  desk.setVisible(false);
  await ended(desk, 'done');
  await see(() => expect(tried).toHaveBeenCalledTimes(1));
  expect(document.title).toBe('(1) Board · Report Desk');
});

test('the choice is taken back, and made again, on the Preferences page', async () => {
  localStorage.setItem('desk-run-notices', 'yes');
  const { notification, shown, asked } = browserNotifications('granted');
  const desk = openDesk(createWorld(), '/preferences', { notification });
  const box = await see(() => screen.getByRole('checkbox', { name: 'System notifications when a run ends' }));
  expect(box).toBeChecked();
  await desk.user.click(box);
  expect(box).not.toBeChecked();

  await launchReport(desk, 'Sales Department');
  desk.setVisible(false);
  await ended(desk, 'done');
  await pass(1_000);
  expect(shown).toEqual([]);
  desk.setVisible(true);

  await go(desk, '/preferences');
  const again = await see(() =>
    screen.getByRole('checkbox', { name: 'System notifications when a run ends' }),
  );
  await desk.user.click(again);
  expect(again).toBeChecked();
  expect(asked()).toBe(0);
});

test('the Preferences page asks the browser where it was never asked, and says where it refuses', async () => {
  const { notification, asked } = browserNotifications('default', 'denied');
  const desk = openDesk(createWorld(), '/preferences', { notification });
  await desk.user.click(
    await see(() => screen.getByRole('checkbox', { name: 'System notifications when a run ends' })),
  );
  expect(asked()).toBe(1);
  const section = screen.getByRole('region', { name: 'Notifications' });
  await see(() => within(section).getByText(/does not show notifications of this desk/));
  expect(within(section).queryByRole('checkbox')).toBeNull();
});
