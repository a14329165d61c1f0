// @vitest-environment node
// `GET /desk/submissions?since=…`: how other browsers learn what is new without reading everything.
import { describe, expect, it } from 'vitest';
import { submissionListSchema } from '#src/contract/desk.ts';
import { codeOf, createDesk, jsonReply, runBody, uuid } from './desk.ts';

const HOUR_MS = 3_600_000;

/** Three launches, an hour apart. */
async function threeLaunches() {
  const desk = createDesk(() => jsonReply(runBody('running')));
  const times: number[] = [];
  for (const id of [1, 2, 3]) {
    times.push(desk.clock.now());
    await desk.launch(uuid(id));
    await desk.clock.advance(HOUR_MS);
  }
  const listed = async (query: string) => {
    const answer = await desk.get(`/desk/submissions${query}`);
    return submissionListSchema.parse(await answer.json()).submissions.map(({ id }) => id);
  };
  const since = (ms: number) => listed(`?since=${encodeURIComponent(new Date(ms).toISOString())}`);
  return { desk, times, listed, since };
}

describe('the list of submissions', () => {
  it('is whole without a time, newest first', async () => {
    const { listed } = await threeLaunches();
    expect(await listed('')).toEqual([uuid(3), uuid(2), uuid(1)]);
  });

  it('has what was written down after the time, and nothing older', async () => {
    const { since, times } = await threeLaunches();
    const [first = 0, second = 0, third = 0] = times;
    expect(await since(first - 1)).toEqual([uuid(3), uuid(2), uuid(1)]);
    expect(await since(first)).toEqual([uuid(3), uuid(2)]);
    expect(await since(second - 1)).toEqual([uuid(3), uuid(2)]);
    expect(await since(third)).toEqual([]);
    expect(await since(third + 99 * HOUR_MS)).toEqual([]);
  });

  it('reads a time of any zone', async () => {
    const { listed, times } = await threeLaunches();
    const [, second = 0] = times;
    const east = new Date(second + 2 * HOUR_MS - 1).toISOString().replace('Z', '+02:00');
    expect(await listed(`?since=${encodeURIComponent(east)}`)).toEqual([uuid(3), uuid(2)]);
  });

  it('never goes back further than 48 hours', async () => {
    const { desk, since } = await threeLaunches();
    await desk.clock.advance(45 * HOUR_MS + 1);
    expect(await since(0)).toEqual([uuid(3), uuid(2)]);
  });

  it.each(['', 'yesterday', 'NaN'])('refuses a time that is none: "%s"', async (text) => {
    const { desk } = await threeLaunches();
    const answer = await desk.get(`/desk/submissions?since=${text}`);
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'request-invalid']);
  });
});
