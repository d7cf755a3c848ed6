import { PictureParts } from './picture-parts.js';
import { PictureRepository } from './picture.repository.js';
import { Pictures } from './pictures.service.js';
import { ShownPictures } from './shown-pictures.service.js';

/** What the module of the context is made of, as far as it is about pictures of reports. */
export const PICTURES = { doors: [Pictures, ShownPictures], behind: [PictureRepository, PictureParts] };
