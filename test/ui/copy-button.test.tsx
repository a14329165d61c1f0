// Copying confirms in place, and where it is not allowed the text can be copied by hand.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { CopyButton } from '#src/ui/copy-button.tsx';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Everything of the browser's navigator except its clipboard. */
function stubClipboard(clipboard: Pick<Clipboard, 'writeText'> | undefined) {
  vi.stubGlobal('navigator', { userAgent: navigator.userAgent, clipboard });
}

async function press(name: string) {
  await act(async () => {
    screen.getByRole('button', { name }).click();
    await Promise.resolve();
  });
}

test('the text is put on the clipboard and this is said for two seconds', async () => {
  vi.useFakeTimers();
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  stubClipboard({ writeText });
  render(<CopyButton text={() => 'the details'}>Copy details</CopyButton>);
  await press('Copy details');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('the details');
  expect(screen.getByRole('status')).toHaveTextContent('Copied');
  act(() => {
    vi.advanceTimersByTime(1999);
  });
  expect(screen.getByRole('status')).toHaveTextContent('Copied');
  act(() => {
    vi.advanceTimersByTime(1);
  });
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('the confirmation does not change the name of the button', async () => {
  stubClipboard({ writeText: () => Promise.resolve() });
  render(<CopyButton text="x">Copy details</CopyButton>);
  await press('Copy details');
  expect(screen.getByRole('button', { name: 'Copy details' })).toBeVisible();
});

test.each([
  ['is missing', undefined],
  ['refuses', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
])(
  'where the clipboard %s, the text is shown selected and focused, and nothing says "Copied"',
  async (_, clipboard) => {
    stubClipboard(clipboard);
    render(<CopyButton text="the details">Copy details</CopyButton>);
    await press('Copy details');
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /did not allow copying/ });
    expect(area).toHaveFocus();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('the details');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    vi.unstubAllGlobals();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy details' })).toHaveFocus();
  },
);
