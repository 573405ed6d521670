"""How the screens are laid out: the one stylesheet."""

CSS = """
Screen { background: $background; color: $foreground; }
ModalScreen { background: transparent; align: center middle; }
#work { height: 1fr; }
#cases { width: 1fr; }
#panel { display: none; }
#status { min-height: 1; max-height: 3; }
Input, TextArea { background: $background; color: $foreground; border: none; }
Input:focus, TextArea:focus { background: $background; color: $foreground; border: none; }
Input > .input--placeholder { color: $quiet; }
Input > .input--cursor, TextArea .text-area--cursor {
    background: $foreground; color: $background; text-style: none;
}
#pasted { height: 1fr; margin: 1; scrollbar-size: 0 0; }
#search { margin: 0 1; }

.box {
    width: 62; height: auto; max-height: 100%; padding: 0 1;
    background: $background; border: ascii $foreground; border-title-color: $foreground;
    border-title-style: bold;
}
.box TextArea { height: 8; margin: 1; scrollbar-size: 0 0; }
.box Input { margin: 0 6; width: 1fr; }
ReorderDialog .box { width: 72; }
PickDialog .box Input { margin: 0 1; }
PickDialog #picks { height: 9; }
TooSmall, Ruler { background: $background; align: left top; }

ScoreScreen #work { layout: vertical; }
ScoreScreen #paper { height: 1fr; }
ScoreScreen #form { height: auto; }
ScoreScreen #rows { height: auto; max-height: 10; }
ScoreScreen #reader { min-height: 3; }

.-wide #panel { display: block; height: 1fr; }
HomeScreen.-wide #panel { width: 32; border-left: ascii $foreground; height: 100%; }
HomeScreen.-wide #progress { display: none; }
ReviewScreen.-wide #panel { width: 28; border-left: ascii $foreground; height: 100%; }
ScoreScreen.-wide #work { layout: horizontal; }
ScoreScreen.-wide #paper { width: 1fr; height: 100%; }
ScoreScreen.-wide #form { width: 46; height: 100%; border-left: ascii $foreground; }
ScoreScreen.-wide #rows { max-height: 26; }

CompareScreen #marks { height: auto; max-height: 9; scrollbar-size: 0 0; }
CompareScreen .side { width: 1fr; height: 100%; }
CompareScreen .off { display: none; }
CompareScreen.-wide #marks { max-height: 18; }
CompareScreen.-wide .off { display: block; }
CompareScreen.-wide #right { border-left: ascii $foreground; }

#receipt { width: 66; margin-left: 6; }
"""
