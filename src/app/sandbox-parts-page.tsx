// All parts on one page, for those who work on the desk. A live desk has no such page.
import { useQuery } from '@tanstack/react-query';
import { configQuery } from '#src/connection/queries.ts';
import { PartsPage } from '#src/parts/parts-page.tsx';
import { useDesk } from '#src/runs/desk-context.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageLoading } from './page-loading.tsx';

export function SandboxPartsPage() {
  const { client } = useDesk().environment;
  const config = useQuery(configQuery(client));
  if (config.data === undefined) return <PageLoading />;
  return config.data.mode === 'sandbox' ? <PartsPage /> : <NotFoundPage />;
}
