// The tab's title: one a page, with the count of what nobody has seen.
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PageTitle, TitleBadgeContext } from '#src/ui/page-title.tsx';

const titled = (unseen: number, name = 'Board') => (
  <TitleBadgeContext value={unseen}>
    <PageTitle>{name}</PageTitle>
  </TitleBadgeContext>
);

test('the page comes before the desk, and the count before both while there is one', () => {
  const { rerender } = render(titled(0));
  expect(document.title).toBe('Board · Report Desk');
  rerender(titled(2));
  expect(document.title).toBe('(2) Board · Report Desk');
  rerender(titled(2, 'Connection'));
  expect(document.title).toBe('(2) Connection · Report Desk');
  rerender(titled(0, 'Connection'));
  expect(document.title).toBe('Connection · Report Desk');
  expect(document.querySelectorAll('title')).toHaveLength(1);
});

test('without a provider there is no count', () => {
  render(<PageTitle>Launch</PageTitle>);
  expect(document.title).toBe('Launch · Report Desk');
});
