import { exportContribution, readActivity, readContribution } from './contribution.ts';
import {
  addQualityNote,
  countUnreadFeedback,
  exportFeedback,
  giveFeedback,
  listFeedback,
  readGivenFeedback,
  readQualityNotes,
  replyToQualityNote,
} from './feedback.ts';
import {
  compareStatistics,
  exportComparison,
  exportStatistics,
  readStatistics,
} from './statistics.ts';
import { exportTranscripts, listTranscripts, readTranscript } from './transcripts.ts';

/** What is read, counted and thought of chats afterwards. */
export const AFTERWARDS_ENDPOINTS = {
  transcripts: { listTranscripts, exportTranscripts, readTranscript },
  statistics: { readStatistics, compareStatistics, exportComparison, exportStatistics },
  feedback: {
    listFeedback,
    exportFeedback,
    countUnreadFeedback,
    giveFeedback,
    readGivenFeedback,
    addQualityNote,
    replyToQualityNote,
    readQualityNotes,
  },
  contribution: { readContribution, exportContribution, readActivity },
} as const;
