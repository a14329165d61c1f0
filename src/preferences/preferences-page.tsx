// What the operator may have otherwise, in this browser. Every choice holds at once, in all tabs.
import { useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { useAppearance } from '#src/ui/theme-context.ts';
import type { Preference } from './preference.ts';
import { PreferenceFiles } from './preference-files.tsx';
import { preferenceSections } from './preference-list.ts';
import * as words from './words.ts';
import styles from './preferences-page.module.css';

type PreferencesPageProps = {
  /** The section on notifications, which the browser has a say in. */
  readonly notifications: ReactNode;
  /** Called where everything goes back to what it was at first. */
  readonly onReset: () => void;
};

export function PreferencesPage({ notifications, onReset }: PreferencesPageProps) {
  const { theme, density } = useAppearance();
  const sections = useMemo(
    () => preferenceSections(theme, density, navigator.language, isBuilt()),
    [theme, density],
  );
  const all = useMemo(() => sections.flatMap(({ preferences }) => preferences), [sections]);
  return (
    <div className={styles['page']}>
      <PageTitle>{words.preferences}</PageTitle>
      <div className={styles['top']}>
        <Heading level={1}>{words.preferences}</Heading>
        <p className={styles['note']}>{words.keptInBrowser}</p>
      </div>
      {sections.map(({ id, title, preferences }) => (
        <Section key={id} id={id} title={title}>
          {preferences.map((preference) => (
            <PreferenceField key={preference.id} preference={preference} />
          ))}
        </Section>
      ))}
      {notifications}
      <Section id="take-along" title={words.takeAlong}>
        <PreferenceFiles preferences={all} onReset={onReset} />
      </Section>
    </div>
  );
}

/** A page of a build says of which one it is. */
function isBuilt(): boolean {
  return document.querySelector('meta[name="desk-build"]') !== null;
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

function PreferenceField({ preference }: { preference: Preference }) {
  const { legend, hint, answers, get, set, subscribe, isKept } = preference;
  const chosen = useSyncExternalStore(subscribe, get);
  const kept = useSyncExternalStore(subscribe, isKept);
  return (
    <ChoiceGroup
      legend={legend}
      choices={answers}
      value={chosen}
      hint={
        kept ? (
          hint
        ) : (
          <>
            {hint} {words.notKept}
          </>
        )
      }
      onChange={set}
    />
  );
}
