// A button that cannot be used stays reachable, does nothing and says why.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Button } from '#src/ui/button.tsx';

test('a disabled button is focusable, explains itself and ignores mouse and keyboard', async () => {
  const onClick = vi.fn<() => void>();
  render(
    <Button disabledReason="Three reports are running." onClick={onClick}>
      Send now
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Send now' });
  expect(button).toBeEnabled();
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription('Three reports are running.');
  const user = userEvent.setup();
  await user.tab();
  expect(button).toHaveFocus();
  await user.keyboard('{Enter} ');
  await user.click(button);
  expect(onClick).not.toHaveBeenCalled();
});

test.each([{ disabledReason: 'Not yet.' }, { busy: true }])(
  'a submit button with %o sends no form, by press or by Enter in a field',
  async (props) => {
    const onSubmit = vi.fn<(event: { preventDefault: () => void }) => void>((event) => {
      event.preventDefault();
    });
    render(
      <form onSubmit={onSubmit}>
        <input aria-label="Range" />
        <Button type="submit" {...props}>
          Launch report
        </Button>
      </form>,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Launch report' }));
    await user.type(screen.getByLabelText('Range'), 'a{Enter}');
    expect(onSubmit).not.toHaveBeenCalled();
  },
);

test('a button outside any submit role does not send the form around it', async () => {
  const onSubmit = vi.fn<() => void>();
  const onClick = vi.fn<() => void>();
  render(
    <form onSubmit={onSubmit}>
      <Button onClick={onClick}>Add</Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(onClick).toHaveBeenCalledOnce();
  expect(onSubmit).not.toHaveBeenCalled();
});

test('the focus stays on a button that becomes busy, then disabled', async () => {
  const { rerender } = render(<Button>Check now</Button>);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  rerender(<Button busy>Check now</Button>);
  const button = screen.getByRole('button', { name: 'Check now' });
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-busy', 'true');
  rerender(<Button disabledReason="Paused.">Check now</Button>);
  expect(screen.getByRole('button', { name: 'Check now' })).toHaveFocus();
});

test('a reason is added to a description that is already there', () => {
  render(
    <>
      <p id="note">Uses 1 of 3 slots.</p>
      <Button aria-describedby="note" disabledReason="Offline.">
        Run again
      </Button>
    </>,
  );
  expect(screen.getByRole('button')).toHaveAccessibleDescription('Uses 1 of 3 slots. Offline.');
});

test('an icon alone still has a name', () => {
  render(
    <Button icon="close" iconOnly>
      Close
    </Button>,
  );
  expect(screen.getByRole('button', { name: 'Close' })).toBeVisible();
});

test('Escape closes the tooltip first and leaves what is around the button alone', async () => {
  const onKeyDown = vi.fn<() => void>();
  render(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for a dialog that listens for Escape
    <div onKeyDown={onKeyDown}>
      <Button disabledReason="Offline.">Run again</Button>
    </div>,
  );
  const user = userEvent.setup();
  await user.hover(screen.getByRole('button'));
  screen.getByRole('button').focus();
  await user.keyboard('{Escape}');
  expect(onKeyDown).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onKeyDown).toHaveBeenCalledOnce();
});
