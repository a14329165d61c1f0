// Where the lines of a title break.
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TitleText } from '#src/ui/title-text.tsx';

test.each([
  ['Mailbox Performance · Sales Department', 'Performance ·'],
  ['Report · Sales · North', 'Report ·'],
  ['One word', undefined],
])('%s keeps its words, and its dot to the word before', (title, together) => {
  const { container } = render(<TitleText>{title}</TitleText>);
  expect(container).toHaveTextContent(title);
  expect(container.querySelector('span')?.textContent).toBe(together);
});
