import './environment.js';
import { render } from 'preact';

import { App } from './app.js';
import { html } from './parts/html.js';
import { connect } from './state/live.js';

connect();
render(html`<${App} />`, document.getElementById('page'));
