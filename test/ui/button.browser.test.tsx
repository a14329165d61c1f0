// The button in a real browser: what its states do to its place and to the text around it.
import '#src/ui/tokens.css';
import '#src/ui/base.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { Button } from '#src/ui/button.tsx';

const HAIR_PX = 1;

/** Where the first letter of an element begins. */
function startOfText(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().left;
}

test.each(['primary', 'secondary', 'quiet', 'danger'] as const)(
  'a %s button keeps its size and its name while it is busy',
  async (variant) => {
    const look = (busy: boolean) => (
      <>
        <Button variant={variant} busy={busy}>
          Launch report
        </Button>
        <Button variant={variant} icon="refresh" busy={busy}>
          Check now
        </Button>
      </>
    );
    const { container, rerender, getByRole } = await render(look(false));
    const sizes = () =>
      [...container.querySelectorAll('button')].map((button) => {
        const { left, width, height } = button.getBoundingClientRect();
        return [left, width, height];
      });
    const before = sizes();
    expect(before).toHaveLength(2);
    await rerender(look(true));
    expect(sizes()).toEqual(before);
    expect(getByRole('button', { name: 'Launch report' }).element()).toHaveAttribute('aria-busy', 'true');
  },
);

test.each(['small', 'medium'] as const)(
  'the words of a quiet %s button begin where the text above them does, in every line of buttons',
  async (size) => {
    const { container } = await render(
      <div style={{ inlineSize: '50%' }}>
        <p>Results are kept 24 hours.</p>
        <div style={{ display: 'flex', flexWrap: 'wrap' }}>
          {['Run again', 'Edit and run', 'Copy request', 'Remove card', 'Details'].map((words) => (
            <Button key={words} variant="quiet" size={size}>
              {words}
            </Button>
          ))}
        </div>
      </div>,
    );
    const text = container.querySelector('p');
    if (text === null) throw new Error('There is no text.');
    const buttons = [...container.querySelectorAll('button')];
    const firsts = buttons.filter(
      (button, place) =>
        button.getBoundingClientRect().top !== buttons[place - 1]?.getBoundingClientRect().top,
    );
    expect(firsts.length).toBeGreaterThan(1);
    for (const button of firsts) {
      expect(Math.abs(startOfText(button) - startOfText(text))).toBeLessThan(HAIR_PX);
    }
  },
);

test('words longer than the room break within the button', async () => {
  const { container } = await render(
    <div style={{ inlineSize: '20%' }}>
      <Button>Customer.Experience.And.Communication.Shared.Mailbox@subsidiary.example.com</Button>
    </div>,
  );
  const button = container.querySelector('button');
  if (button === null) throw new Error('There is no button.');
  expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
  expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(
    button.parentElement?.getBoundingClientRect().right ?? 0,
  );
});
