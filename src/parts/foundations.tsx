// What every part is made of: colours, type and icons.
import { Icon, ICON_NAMES } from '#src/ui/icon.tsx';
import { PartsSection, Specimen } from './specimen.tsx';
import styles from './parts.module.css';

const TONES = ['running', 'waiting', 'danger', 'done', 'neutral'] as const;

const COLOURS = [
  {
    title: 'Surfaces',
    names: ['surface-page', 'surface', 'surface-sunken', 'surface-hover', 'surface-float'],
  },
  { title: 'Text and lines', names: ['text', 'text-muted', 'hairline', 'button-border', 'control-border'] },
  { title: 'What can be done', names: ['accent', 'accent-solid', 'accent-soft', 'accent-border', 'focus'] },
  ...['fg', 'soft', 'border'].map((part) => ({
    title: `States: ${part}`,
    names: TONES.map((tone) => `${tone}-${part}`),
  })),
  { title: 'Series of a chart', names: [1, 2, 3, 4, 5, 6].map((place) => `series-${place}`) },
] as const;

export function Foundations() {
  return (
    <>
      <PartsSection title="Colours">
        {COLOURS.map(({ title, names }) => (
          <Specimen key={title} title={title} wide layout="plain">
            <ul className={styles['swatches']}>
              {names.map((name) => (
                <li key={name} className={styles['swatch']}>
                  <span className={styles['colour']} style={{ background: `var(--${name})` }} />
                  {name}
                </li>
              ))}
            </ul>
          </Specimen>
        ))}
      </PartsSection>
      <PartsSection title="Type">
        <Specimen title="Headings">
          <h1>Heading of a page</h1>
          <h2>Heading of a section</h2>
          <h3>Heading within one</h3>
        </Specimen>
        <Specimen title="Text">
          <p className={styles['large']}>Large, for the title of a card</p>
          <p>Body, for nearly everything</p>
          <p className={styles['small']}>Small, for hints</p>
          <p className={styles['note']}>Muted, for what comes second</p>
        </Specimen>
        <Specimen title="In running text">
          <p>
            A <a href="#type">link</a>, <strong>strong words</strong>, <code>code</code> and <kbd>?</kbd>.
          </p>
          <p>Figures keep their places: 1,204 and 8,111.</p>
          <ul>
            <li>A list in prose</li>
            <li>has its bullets</li>
          </ul>
        </Specimen>
      </PartsSection>
      <PartsSection title="Icons">
        <Specimen title="Never alone: a word stands beside each" wide layout="plain">
          <ul className={styles['icons']}>
            {ICON_NAMES.map((name) => (
              <li key={name} className={styles['icon']}>
                <Icon name={name} />
                {name}
              </li>
            ))}
          </ul>
        </Specimen>
      </PartsSection>
    </>
  );
}
