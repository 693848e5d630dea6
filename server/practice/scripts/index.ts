import type { PracticeScript } from '#protocol/practice.ts';
import type { Script } from '../script.ts';
import { catalogue } from './catalogue.ts';
import { hours } from './hours.ts';
import { upset } from './upset.ts';

export const SCRIPTS: Readonly<Record<PracticeScript, Script>> = { catalogue, hours, upset };
