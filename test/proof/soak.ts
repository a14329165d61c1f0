// The soak of test/soak over as many hours as wanted, with the heap weighed after each.
import { soak } from '../soak/soak.ts';
import type { SoakHour } from '../soak/soak-worker.ts';
import { heapGrowth, soakComplaints, WARM_UP_HOURS } from '../soak/verdict.ts';

function tellHour(hour: SoakHour, place: number) {
  const { timers, listeners, queries, cards, removed, submissions, weights } = hour;
  const heap = ((weights?.heapBytes ?? 0) / 1e6).toFixed(1);
  process.stdout.write(
    `${String(place).padStart(3)} ${hour.works ? 'work' : 'idle'}: ${heap} MB, ${String(timers)} timers, ${String(listeners)} listeners, ` +
      `${String(queries)} queries, ${String(weights?.responses)} answers, ${String(weights?.signals)} signals, ` +
      `${String(weights?.buffers)} buffers; ${String(cards)} cards, ${String(removed)} removed, ${String(submissions)} in the ledger\n`,
  );
}

/** Plays `measured` hours after the warm-up. Gives how many things are wrong; each is told. */
export async function playSoak(measured: number, seed: number): Promise<number> {
  let place = 0;
  const hours = await soak({ hours: WARM_UP_HOURS + measured, seed, weighs: true }, (hour) => {
    tellHour(hour, place);
    place += 1;
  });
  const growth = ((heapGrowth(hours) ?? 0) * 100).toFixed(2);
  const complaints = soakComplaints(hours);
  const { counts = {} } = hours.at(-1) ?? {};
  const done = Object.entries(counts).filter(([name]) => name.endsWith('done'));
  process.stdout.write(`${done.map(([name, times]) => `${name} ${String(times)}`).join(', ')}\n`);
  process.stdout.write(
    `soak: ${String(measured)} hours after ${String(WARM_UP_HOURS)} of warm-up, heap ${growth} % an hour; ${
      complaints.length === 0 ? 'nothing is left behind' : complaints.join('; ')
    }\n`,
  );
  return complaints.length;
}
