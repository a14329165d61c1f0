// The pages. The board comes with the app; each other page is a chunk of its own, loaded when it is first needed.
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { BoardPage } from '#src/board/board-page.tsx';
import { pageCode } from '#src/failures/page-code.ts';
import { PageBoundary } from '#src/failures/page-boundary.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageLoading } from './page-loading.tsx';

const loadSettings = () => import('./settings-late.ts');

const LaunchPage = lazy(async () => ({
  default: (await pageCode('/launch', () => import('#src/launch/launch-page.tsx'))).LaunchPage,
}));

const ResultPage = lazy(async () => ({
  default: (await pageCode('/runs', () => import('#src/results/result-page.tsx'))).ResultPage,
}));

const CopiesPage = lazy(async () => ({
  default: (await pageCode('/copies', () => import('./copies-page.tsx'))).CopiesPage,
}));

const ConnectionPage = lazy(async () => ({
  default: (await pageCode('/connection', loadSettings)).SETTINGS_LATE.ConnectionPage,
}));

const PreferencesPage = lazy(async () => ({
  default: (await pageCode('/preferences', loadSettings)).SETTINGS_LATE.PreferencesPage,
}));

const SandboxPartsPage = lazy(async () => ({
  default: (await pageCode('/sandbox/parts', () => import('./sandbox-parts-page.tsx'))).SandboxPartsPage,
}));

/** Needs a router around it. */
export function Pages() {
  return (
    <PageBoundary>
      <Layout>
        <PageBoundary>
          <Suspense fallback={<PageLoading />}>
            <Routes>
              <Route index element={<BoardPage />} />
              <Route path="launch" element={<LaunchPage />} />
              <Route path="runs/:id" element={<ResultPage />} />
              <Route path="copies/:id?" element={<CopiesPage />} />
              <Route path="connection" element={<ConnectionPage />} />
              <Route path="preferences" element={<PreferencesPage />} />
              <Route path="sandbox/parts" element={<SandboxPartsPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
        </PageBoundary>
      </Layout>
    </PageBoundary>
  );
}
