// The title of the tab: the page's name, then the desk's, and before both how much has happened that nobody has seen yet.
import { createContext, use } from 'react';
import * as words from './words.ts';

/** How many things wait to be looked at. The app provides it; 0 shows nothing. */
export const TitleBadgeContext = createContext(0);

/** `<PageTitle>Board</PageTitle>`: one a page. React moves it to the head. */
export function PageTitle({ children }: { children: string }) {
  const unseen = use(TitleBadgeContext);
  return <title>{`${unseen > 0 ? `(${unseen}) ` : ''}${words.pageTitle(children)}`}</title>;
}
