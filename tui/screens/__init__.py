"""One file per screen. Screens read and write through `tui.sitting`, they hold no figures."""
