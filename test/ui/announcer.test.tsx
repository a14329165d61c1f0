// Messages for screen readers: each once, in the region for its urgency.
import { act, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { AnnouncerProvider, useAnnounce } from '#src/ui/announcer.tsx';
import type { Announce } from '#src/ui/announcer.tsx';

function setUp() {
  const { result } = renderHook(useAnnounce, { wrapper: AnnouncerProvider });
  return {
    say: (...args: Parameters<Announce>) => {
      act(() => {
        result.current(...args);
      });
    },
  };
}

const words = (role: 'status' | 'alert') =>
  screen.getAllByRole(role).flatMap((region) => [...region.children].map((child) => child.textContent));

test('a message is added to the polite region, and lost work to the assertive one', () => {
  const { say } = setUp();
  say('Report done');
  say('Copy not saved', { assertive: true });
  expect(words('status')).toEqual(['Report done']);
  expect(words('alert')).toEqual(['Copy not saved']);
});

test('messages of one moment are all kept', () => {
  const { say } = setUp();
  say('One');
  say('Two');
  expect(words('status')).toEqual(['One', 'Two']);
});

test('a message with an id is announced once, also with other words', () => {
  const { say } = setUp();
  say('Update delayed', { id: 'run-1 update-delayed' });
  say('Update delayed since 14:02', { id: 'run-1 update-delayed' });
  say('Update delayed', { id: 'run-2 update-delayed' });
  expect(words('status')).toEqual(['Update delayed', 'Update delayed']);
});

test('the same words again are a new element, which is what makes them heard', () => {
  const { say } = setUp();
  say('Saved');
  const [first] = screen.getAllByText('Saved');
  say('Saved');
  const both = screen.getAllByText('Saved');
  expect(both).toHaveLength(2);
  expect(both[0]).toBe(first);
});

test('old messages leave the document', () => {
  const { say } = setUp();
  for (let count = 1; count <= 8; count += 1) say(`Message ${count}`);
  expect(words('status')).toEqual(['Message 4', 'Message 5', 'Message 6', 'Message 7', 'Message 8']);
});

function SayButton({ name }: { name: string }) {
  const announce = useAnnounce();
  return (
    <button
      type="button"
      onClick={() => {
        announce(`${name}: key added`, { id: 'key-1' });
      }}
    >
      {name}
    </button>
  );
}

test('a nested provider speaks through its own regions and remembers with the outer one', async () => {
  render(
    <AnnouncerProvider>
      <SayButton name="page" />
      <AnnouncerProvider>
        <SayButton name="dialog" />
      </AnnouncerProvider>
    </AnnouncerProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'dialog' }));
  await userEvent.click(screen.getByRole('button', { name: 'page' }));
  const [inner, outer] = screen.getAllByRole('status');
  expect(inner).toHaveTextContent('dialog: key added');
  expect(outer).toBeEmptyDOMElement();
});
