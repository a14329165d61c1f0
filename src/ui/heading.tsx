// A heading whose level depends on where the part is used.
import type { ComponentProps } from 'react';

export type HeadingLevel = 1 | 2 | 3 | 4;

const TAGS = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const;

export function Heading({ level, ...rest }: ComponentProps<'h2'> & { level: HeadingLevel }) {
  const Tag = TAGS[level];
  return <Tag {...rest} />;
}
