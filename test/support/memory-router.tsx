// A router without a browser's address bar, and the address that it shows.
import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';
import type { Location, NavigateFunction } from 'react-router';

type Shown = { readonly location: Location; readonly navigate: NavigateFunction };

/** `Router` stands around the pages; `navigate` and `state` may be used once it is rendered. */
export function createMemoryRouter(initialEntries: readonly string[]) {
  let shown: Shown | null = null;
  const now = (): Shown => {
    if (shown === null) throw new Error('The router is not rendered yet.');
    return shown;
  };

  function Address() {
    const location = useLocation();
    const navigate = useNavigate();
    useLayoutEffect(() => {
      shown = { location, navigate };
    }, [location, navigate]);
    return null;
  }

  function Router({ children }: { children: ReactNode }) {
    return (
      <MemoryRouter initialEntries={[...initialEntries]}>
        <Address />
        {children}
      </MemoryRouter>
    );
  }

  return {
    Router,
    async navigate(to: string | -1): Promise<void> {
      const { navigate } = now();
      await (typeof to === 'number' ? navigate(to) : navigate(to));
    },
    get state() {
      return { location: now().location };
    },
  };
}
