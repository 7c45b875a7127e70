//! Views: pages and their parts as functions of data they may only read. What a person does comes back as commands.
