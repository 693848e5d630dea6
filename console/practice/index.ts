export { showLesson } from './lesson.ts';
export { LessonButtons } from './lesson-buttons.tsx';
export { Lessons } from './lessons.tsx';
export type { TourPlace } from './tour-steps.ts';
