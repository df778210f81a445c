// Every page works without this file; each script adds one comfort.
import "htmx.org";

import "./scripts/drafts.js";
import "./scripts/focus.js";
import "./scripts/menu.js";
import "./scripts/once.js";
import "./scripts/print.js";
import "./scripts/projection.js";
import "./scripts/speech.js";

document.documentElement.classList.add("scripted");
