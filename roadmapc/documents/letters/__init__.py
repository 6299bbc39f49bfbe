"""Letters of reminders: whom they go to, what they say, their files; no network, no disk, no clock."""
