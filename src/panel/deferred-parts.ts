/** The chunk of what the first view can do without: fetched while the sources are asked. */
export { AddressChoice } from './address-choice';
export { Blocked } from './blocked';
export { Details } from './details';
export { Garden } from './garden';
export { ReplyList } from './reply-list';
