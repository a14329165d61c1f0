// What needs a canvas and layout: that lines are drawn, in the colours of the page, that the keyboard and the pointer look into them,
// and that the picture which is saved holds them.
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ResultRow } from '#src/contract/envelope.ts';
import { ChartPanel } from '#src/charts/chart-panel.tsx';
import { AnnouncerProvider } from '#src/ui/announcer.tsx';
import { columnsOf, TORONTO } from './charted.ts';

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

/** Thirty days of September, of which the tenth is missing. */
const DAYS = Array.from({ length: 30 }, (_, place) => place + 1)
  .filter((day) => day !== 10)
  .map((day) => ({
    id: `row-${day}`,
    startDateTime: `2026-09-${String(day).padStart(2, '0')}T00:00:00-04:00`,
    received: day * 10,
    initiated: 30 - day,
    averageElapsedReplySeconds: 3_600 + day,
  }));

const USERS = DAYS.flatMap((row) =>
  ['Ann', 'Ben'].map((userName, place) => ({
    ...row,
    id: `${row.id} ${userName}`,
    userName,
    received: place + 1,
  })),
);

async function open(rows: readonly ResultRow[]) {
  await page.viewport(1000, 800);
  const onShowTable = vi.fn<() => void>();
  await render(
    <AnnouncerProvider>
      <ChartPanel
        gathered={{ rows, columns: columnsOf(rows), end: 'complete', total: null, cutoff: null, repeated: 0 }}
        columns={columnsOf(rows)}
        period="day"
        timeZone={TORONTO}
        title={['Mailbox Performance · Sales', '1–30 Sep 2026, by day, Toronto time']}
        fileName="mailbox-performance-sales-chart.png"
        onShowTable={onShowTable}
      />
    </AnnouncerProvider>,
  );
  return onShowTable;
}

const slider = () => page.getByRole('slider', { name: 'Period in the chart' });

function canvas(): HTMLCanvasElement {
  const found = slider().element().querySelector('canvas');
  if (found === null) throw new Error('nothing is drawn');
  return found;
}

/** The colour of a token as the canvas paints it. */
function painted(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${token})`;
  document.body.append(probe);
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data.join();
}

/** How many pixels of `source` have just this colour. */
function count(source: HTMLCanvasElement | ImageBitmap, colour: string): number {
  const copy = document.createElement('canvas');
  copy.width = source.width;
  copy.height = source.height;
  const context = copy.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(source, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  let found = 0;
  for (let place = 0; place < data.length; place += 4) {
    if (data.slice(place, place + 4).join() === colour) found += 1;
  }
  return found;
}

it('draws each line in its colour, and again when the page turns dark', async () => {
  document.documentElement.dataset['theme'] = 'light';
  await open(DAYS);
  const [first, second] = [painted('series-1'), painted('series-2')];
  expect(first).not.toBe(second);
  await expect.poll(() => count(canvas(), first)).toBeGreaterThan(300);
  expect(count(canvas(), second)).toBeGreaterThan(100);
  document.documentElement.dataset['theme'] = 'dark';
  const dark = painted('series-1');
  expect(dark).not.toBe(first);
  await expect.poll(() => count(canvas(), dark)).toBeGreaterThan(300);
  expect(count(canvas(), first)).toBe(0);
});

it('is walked through by keyboard, a missing day included', async () => {
  await open(DAYS);
  slider().element().focus();
  await userEvent.keyboard('{Home}');
  await expect
    .element(slider())
    .toHaveAttribute('aria-valuetext', 'Tue 1 Sep 2026: Received 10, Initiated 29');
  await userEvent.keyboard('{ArrowRight>9/}');
  await expect
    .element(slider())
    .toHaveAttribute('aria-valuetext', 'Thu 10 Sep 2026: Received no data, Initiated no data');
  await expect.element(page.getByRole('listitem').first()).toHaveTextContent('Receivedno data');
  expect(slider().element().querySelector('.u-cursor-x')?.classList.contains('u-off')).toBe(false);
  await userEvent.keyboard('{End}');
  await expect.element(slider()).toHaveAttribute('aria-valuenow', '30');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(slider()).toHaveAttribute('aria-valuenow', '30');
});

it('is looked into by keyboard, and back', async () => {
  await open(DAYS);
  slider().element().focus();
  await userEvent.keyboard('{Home}+');
  await expect
    .element(page.getByText('In view: Tue 1 Sep 2026', { exact: false }).first())
    .toBeInTheDocument();
  const drawn = count(canvas(), painted('series-1'));
  await userEvent.keyboard('{End}');
  await expect.element(page.getByText(/^In view: .* to Wed 30 Sep 2026$/).first()).toBeInTheDocument();
  await userEvent.keyboard('0');
  await expect.element(page.getByText(/^In view: .* to Wed 30 Sep 2026$/)).not.toBeInTheDocument();
  await expect.poll(() => count(canvas(), painted('series-1'))).not.toBe(drawn);
});

it('is looked into by dragging across, and back by a double click', async () => {
  await open(DAYS);
  await expect.poll(() => canvas().width).toBeGreaterThan(0);
  const over = slider().element().querySelector('.u-over');
  if (over === null) throw new Error('nothing to drag on');
  const frame = over.getBoundingClientRect();
  const send = (type: string, part: number) => {
    const where = { clientX: frame.left + frame.width * part, clientY: frame.top + 50 };
    // Chromium repeats the last move where nothing moved, and the plot takes no notice of those.
    over.dispatchEvent(
      new MouseEvent(type, { ...where, movementX: 1, bubbles: true, button: 0, view: window }),
    );
  };
  send('mouseenter', 0.25);
  send('mousemove', 0.25);
  send('mousedown', 0.25);
  send('mousemove', 0.5);
  send('mouseup', 0.5);
  await expect.element(page.getByText(/^In view: .*Sep 2026/)).toBeInTheDocument();
  send('dblclick', 0.5);
  await expect.element(page.getByText(/^In view: /)).not.toBeInTheDocument();
});

it('shows the values that the pointer is nearest to', async () => {
  await open(DAYS);
  await slider().hover({ position: { x: 500, y: 100 } });
  await expect.element(page.getByText(/^\w{3} 1\d Sep 2026$/)).toBeInTheDocument();
});

it('is saved as a picture that holds the lines and their names', async () => {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:picture';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await open(DAYS);
  await page.getByRole('button', { name: 'Save picture' }).click();
  await expect.element(page.getByText('Picture saved.')).toBeInTheDocument();
  expect(names).toEqual(['mailbox-performance-sales-chart.png']);
  const [blob] = blobs;
  if (blob === undefined) throw new Error('no picture');
  expect(blob.type).toBe('image/png');
  const picture = await createImageBitmap(blob);
  expect(picture.width).toBeGreaterThan(canvas().width);
  expect(picture.height).toBeGreaterThan(canvas().height);
  expect(count(picture, painted('series-1'))).toBeGreaterThan(count(canvas(), painted('series-1')));
  expect(count(picture, painted('surface'))).toBeGreaterThan((picture.width * picture.height) / 2);
});

it('draws a second scale for durations', async () => {
  await open(DAYS);
  await page.getByRole('checkbox', { name: 'Average reply time, elapsed' }).click({ force: true });
  await slider().hover({ position: { x: 500, y: 100 } });
  await expect.element(page.getByText(/^1 h$/)).toBeInTheDocument();
  await expect.poll(() => count(canvas(), painted('series-3'))).toBeGreaterThan(50);
});

it('splits by user, ranks users, and leads to the table', async () => {
  const onShowTable = await open(USERS);
  await page.getByRole('radio', { name: 'User', exact: true }).click({ force: true });
  await expect.poll(() => page.getByRole('list', { name: 'Lines' }).element().textContent).toBe('BenAnn');
  await page.getByRole('radio', { name: 'By user' }).click({ force: true });
  const bars = page.getByRole('list', { name: 'Received by user' });
  await expect.element(bars).toHaveTextContent('Ben58Ann29');
  const [longest, half] = [...bars.element().querySelectorAll('[style]')].map(
    (bar) => bar.getBoundingClientRect().width,
  );
  expect((half ?? 0) / (longest ?? 1)).toBeCloseTo(0.5, 1);
  await page.getByRole('button', { name: 'Show the rows in the table' }).click();
  expect(onShowTable).toHaveBeenCalledOnce();
});

it('says that there is nothing to draw where rows have no numbers', async () => {
  await open([{ id: 'a', subject: 'Hello' }]);
  await expect.element(page.getByRole('heading', { name: 'Nothing to draw' })).toBeInTheDocument();
});
