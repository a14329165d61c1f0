// The pages. The board comes with the app; each other page is a chunk of its own, loaded when it is first needed.
import type { RouteObject } from 'react-router';
import { BoardPage } from '#src/board/board-page.tsx';
import { pageCode } from '#src/failures/page-code.ts';
import { PageBoundary } from '#src/failures/page-boundary.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageLoading } from './page-loading.tsx';

export const routes: RouteObject[] = [
  {
    path: '/',
    Component: Layout,
    HydrateFallback: PageLoading,
    ErrorBoundary: PageBoundary,
    children: [
      {
        ErrorBoundary: PageBoundary,
        children: [
          { index: true, Component: BoardPage },
          {
            path: 'launch',
            lazy: async () => ({
              Component: (await pageCode('/launch', () => import('#src/launch/launch-page.tsx'))).LaunchPage,
            }),
          },
          {
            path: 'runs/:id',
            lazy: async () => ({
              Component: (await pageCode('/runs', () => import('#src/results/result-page.tsx'))).ResultPage,
            }),
          },
          {
            path: 'copies/:id?',
            lazy: async () => ({
              Component: (await pageCode('/copies', () => import('./copies-page.tsx'))).CopiesPage,
            }),
          },
          {
            path: 'connection',
            lazy: async () => ({
              Component: (await pageCode('/connection', () => import('./connection-page.tsx')))
                .ConnectionPage,
            }),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
];
