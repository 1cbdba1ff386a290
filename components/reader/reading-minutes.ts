export { readingMinutes } from '../../core/article/word-count.ts';
