// The providers around every page, and the boundary that catches what nothing else did.
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RootBoundary } from '#src/failures/root-boundary.tsx';
import { DeskContext } from '#src/runs/desk-context.tsx';
import { AnnouncerProvider } from '#src/ui/announcer.tsx';
import { ClockContext } from '#src/ui/now.tsx';
import type { DensityStore, ThemeStore } from '#src/ui/theme.ts';
import { BudgetDialogProvider } from './budget-dialog-provider.tsx';
import { KeyDialogsProvider } from './key-dialogs-provider.tsx';
import { NoticesProvider } from './notices-provider.tsx';
import type { Services } from './services.ts';
import { DensityContext, ThemeContext } from '#src/ui/theme-context.ts';

/** `children`: the pages, in a router. */
export function App({
  services,
  theme,
  density,
  children,
}: {
  services: Services;
  theme: ThemeStore;
  density: DensityStore;
  children: ReactNode;
}) {
  return (
    <RootBoundary>
      <QueryClientProvider client={services.queryClient}>
        <ClockContext value={services.clock}>
          <DeskContext value={services.desk}>
            <ThemeContext value={theme}>
              <DensityContext value={density}>
                <NoticesProvider notices={services.notices}>
                  <AnnouncerProvider>
                    <KeyDialogsProvider>
                      <BudgetDialogProvider>{children}</BudgetDialogProvider>
                    </KeyDialogsProvider>
                  </AnnouncerProvider>
                </NoticesProvider>
              </DensityContext>
            </ThemeContext>
          </DeskContext>
        </ClockContext>
      </QueryClientProvider>
    </RootBoundary>
  );
}
