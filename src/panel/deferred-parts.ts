/** The chunk of what the first view can do without: fetched while the sources are asked. */
export { Banners } from './banners';
export { Blocked } from './blocked';
export { Details } from './details';
export { Garden } from './garden';
export { ReplyList } from './reply-list';
export { VerdictMore } from './verdict-more';
