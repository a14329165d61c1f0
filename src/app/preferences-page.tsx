// The Preferences page with what only the app knows: notifications about runs.
import { PreferencesPage as Preferences } from '#src/preferences/preferences-page.tsx';
import { useNotices } from './notices-context.ts';
import { NoticesSetting } from './notices-setting.tsx';

export function PreferencesPage() {
  const { choice } = useNotices();
  return (
    <Preferences
      notifications={<NoticesSetting />}
      onReset={() => {
        choice.set(null);
      }}
    />
  );
}
