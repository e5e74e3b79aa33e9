"""The reference interpreter: plain, exact and authoritative. It records its trace as it goes."""
