// The dialog in a real browser: focus, Escape, presses outside, and the page behind it.
/* oxlint-disable typescript/await-thenable -- jest-dom declares Vitest's matchers without their promise */
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';

function Desk({ busy, dirty, gone }: { busy?: boolean; dirty?: boolean; gone?: boolean }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  return (
    <div style={{ minHeight: '300vh', paddingTop: '120vh' }}>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        Enter key
      </Button>
      <p>Asked to close: {asked}</p>
      {gone !== true && (
        <Dialog
          open={open}
          title="Key not accepted"
          busy={busy}
          dirty={dirty}
          onClose={() => {
            setAsked((count) => count + 1);
            setOpen(false);
          }}
        >
          <input aria-label="Label" />
        </Dialog>
      )}
    </div>
  );
}

const opener = page.getByRole('button', { name: 'Enter key' });
const dialog = page.getByRole('dialog', { name: 'Key not accepted' });

async function pressOutside() {
  await userEvent.click(document.documentElement, { position: { x: 4, y: 4 }, force: true });
}

test('Escape closes it and gives the focus back to what opened it, without moving the page', async () => {
  await render(<Desk />);
  await opener.click();
  await expect.element(dialog).toBeVisible();
  const scrolled = window.scrollY;
  expect(scrolled).toBeGreaterThan(0);
  expect(document.activeElement?.closest('dialog')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.activeElement).toBe(opener.element());
  expect(window.scrollY).toBe(scrolled);
});

test('the close button closes it, and asks once', async () => {
  await render(<Desk />);
  await opener.click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByText('Asked to close: 1')).toBeInTheDocument();
  expect(document.activeElement).toBe(opener.element());
});

test('the focus comes back as well when the dialog is taken away from outside', async () => {
  const { rerender } = await render(<Desk />);
  await opener.click();
  await expect.element(dialog).toBeVisible();
  await rerender(<Desk gone />);
  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.activeElement).toBe(opener.element());
});

test('a press outside closes it, a press inside does not', async () => {
  await render(<Desk />);
  await opener.click();
  await page.getByRole('heading', { name: 'Key not accepted' }).click();
  await expect.element(dialog).toBeVisible();
  await pressOutside();
  await expect.element(dialog).not.toBeInTheDocument();
});

test('with something entered a press outside does not close it, Escape does', async () => {
  await render(<Desk dirty />);
  await opener.click();
  await pressOutside();
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
});

test('while something is under way nothing closes it, not even Escape pressed twice', async () => {
  await render(<Desk busy />);
  await opener.click();
  await userEvent.keyboard('{Escape}{Escape}{Escape}');
  await pressOutside();
  // Forced: the test driver would wait for a button that is not disabled.
  await page.getByRole('button', { name: 'Close' }).click({ force: true });
  await expect.element(dialog).toBeVisible();
  expect(document.querySelector('dialog:modal')).not.toBeNull();
  await expect.element(page.getByText('Asked to close: 0')).toBeInTheDocument();
});

test('the first field has the focus when it opens', async () => {
  await render(<Desk />);
  await opener.click();
  await expect.element(page.getByLabelText('Label')).toHaveFocus();
});

test('Tab stays inside', async () => {
  await render(<Desk />);
  await opener.click();
  for (let count = 0; count < 5; count += 1) {
    await userEvent.tab();
    expect(document.activeElement).not.toBe(opener.element());
  }
});
