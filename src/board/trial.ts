// What is there for those who try the desk, fetched as one.
import { DrillList } from './drill-list.tsx';
import { FirstSteps } from './first-steps.tsx';

export const TRIAL = { DrillList, FirstSteps };
