// A title of parts with dots between them, of which none begins a line.
import styles from './title-text.module.css';

const DOT = ' · ';

export function TitleText({ children: title }: { children: string }) {
  const dot = title.indexOf(DOT);
  if (dot === -1) return title;
  const word = title.lastIndexOf(' ', dot - 1) + 1;
  const next = dot + DOT.length - 1;
  return (
    <>
      {title.slice(0, word)}
      <span className={styles['together']}>{title.slice(word, next)}</span>
      {title.slice(next)}
    </>
  );
}
