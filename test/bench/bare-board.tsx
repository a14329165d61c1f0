// The board as it would be written without a thought for its cost: every run a card, all of it rendered at each key. The benches
// measure it beside the board. Its runs come from the server, as most dashboards have them.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { RunRecord } from '#src/records/record.ts';
import { shownState, STATE_LOOKS } from '#src/records/shown-state.ts';
import { describeRequest, reportTitle, runTitle } from '#src/records/describe-request.ts';
import { formatRelative, formatWhen } from '#src/ui/time-format.ts';

type Runs = { readonly now: number; readonly runs: readonly RunRecord[] };

function BareBoard() {
  const [{ now, runs }, setRuns] = useState<Runs>({ now: 0, runs: [] });
  const [text, setText] = useState('');
  const [look, setLook] = useState<'cards' | 'list'>('cards');
  const [byMailbox, setByMailbox] = useState(false);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<RunRecord | null>(null);
  useEffect(() => {
    void fetch('/runs.json')
      .then((answer) => answer.json())
      .then((found: Runs) => setRuns(found));
  }, []);
  if (open !== null) return <h1>{runTitle(open)}</h1>;
  const found = runs.filter((run) =>
    `${runTitle(run)} ${describeRequest(run)}`.toLowerCase().includes(text.toLowerCase()),
  );
  const shown = byMailbox
    ? found.toSorted((one, other) => one.mailbox.name.localeCompare(other.mailbox.name))
    : found;
  const wordOf = (run: RunRecord) => STATE_LOOKS[shownState(run, now, new Set([run.keyId]))].word;
  return (
    <>
      <h1>Board</h1>
      <search aria-label="Runs on the board">
        <input
          type="search"
          aria-label="Find a run"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="button" onClick={() => setLook('cards')}>
          Cards
        </button>
        <button type="button" onClick={() => setLook('list')}>
          List
        </button>
        <p>{text !== '' && `${shown.length} of ${runs.length} runs`}</p>
      </search>
      {look === 'cards' &&
        shown.map((run) => (
          <article key={run.id} aria-label={runTitle(run)}>
            <p>{wordOf(run)}</p>
            <h2>
              <a
                href="#run"
                onClick={(event) => {
                  event.preventDefault();
                  setOpen(run);
                }}
              >
                {runTitle(run)}
              </a>
            </h2>
            <p>{describeRequest(run)}</p>
            <p>{formatRelative(run.pressedAt, now)}</p>
            <button type="button">Open result</button>
            <button type="button">Run again</button>
            <button type="button">Edit and run</button>
            <button type="button">Save a copy</button>
            <details>
              <summary>About this run</summary>
              <dl>
                <dt>Body</dt>
                <dd>{run.body}</dd>
              </dl>
            </details>
          </article>
        ))}
      {look === 'list' && (
        <table aria-label="Runs">
          <thead>
            <tr>
              <th>
                <input
                  type="checkbox"
                  aria-label="Select all"
                  checked={ticked.length === runs.length}
                  onChange={({ target }) => setTicked(target.checked ? runs.map(({ id }) => id) : [])}
                />
              </th>
              <th>
                <button type="button" onClick={() => setByMailbox(!byMailbox)}>
                  Mailbox
                </button>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((run) => (
              <tr key={run.id}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Select ${runTitle(run)}`}
                    checked={ticked.includes(run.id)}
                    onChange={() => setTicked([...ticked, run.id])}
                  />
                </td>
                <td>{run.mailbox.name}</td>
                <th>
                  <a href="#run">{reportTitle(run)}</a>
                </th>
                <td>{wordOf(run)}</td>
                <td>{describeRequest(run)}</td>
                <td>{formatWhen(run.pressedAt, now)}</td>
                <td>{run.keyLabel}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<BareBoard />);
