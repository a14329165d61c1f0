// What the first steps say to somebody who tries the desk. Not in the words of states and buttons, which are found on the cards.
import type { ReactNode } from 'react';
import type { FirstStep } from './first-steps-progress.ts';

export const twoMinutes = 'Two minutes to know this desk';
export const wholeJob = 'That was the whole job';
export const hide = 'Hide';

export const titles: Readonly<Record<FirstStep, string>> = {
  launch: 'Start a run',
  fail: 'Make one fail on purpose',
  rerun: 'Repeat it a day later',
};
export const said: Readonly<Record<FirstStep, string>> = {
  launch:
    'Choose a mailbox and send the form as it is. A card follows the run for some 20 seconds, then leads to its rows.',
  fail: 'Mailboxes called “Drill: …” each go wrong in a way of their own, and their card says what to do about it.',
  rerun:
    'Results are kept for 24 hours, settings for good. Move the clock on by a day at the top of the page, then repeat the first run from its card.',
};
export const taken = 'taken';
export const onItsWay = 'A run is on its way: see its card.';
export const goToForm = 'Go to the form';
export const fillFormForOne = 'Fill the form for one';

/** `link` makes its text lead to the page of that name. */
export const withRealAccount = (link: (page: string) => ReactNode): ReactNode => (
  <>
    <strong>With a real account</strong>: start the desk with its address, and enter a key on the{' '}
    {link('Connection')} page.
  </>
);
export const copyCommand = 'Copy command';
