export { endForgottenPractices } from './end-forgotten.ts';
export { playPractices } from './play-practices.ts';
export { routePractice } from './routes.ts';
