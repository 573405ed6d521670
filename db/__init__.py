"""The award folder's database: what was handed in, by whom, when; added to, never changed.

Start reading at `store` (what the award does) and `desk` (what one judge does), then `schema`
(the tables), `evidence` and `log` (why a change is found), `connection` (how files are opened).
"""
