export { ProgressSteps } from './progress-steps.tsx';
export { StepCard } from './step-card.tsx';
export { default as summaryStyles } from './summary.module.css';
